@NullMarked
package org.onewindow.timelimit;

import org.jspecify.annotations.NullMarked;
