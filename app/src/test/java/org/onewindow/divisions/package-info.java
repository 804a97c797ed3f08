/** Tests of the package. */
@NullMarked
package org.onewindow.divisions;

import org.jspecify.annotations.NullMarked;
