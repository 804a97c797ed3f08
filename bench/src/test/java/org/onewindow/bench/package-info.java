@NullMarked
package org.onewindow.bench;

import org.jspecify.annotations.NullMarked;
