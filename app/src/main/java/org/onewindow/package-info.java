/** OneWindow (一窗): the program of a government service centre. Each direct sub-package is a module. */
@NullMarked
package org.onewindow;

import org.jspecify.annotations.NullMarked;
