@NullMarked
package org.onewindow.access;

import org.jspecify.annotations.NullMarked;
