/** Tests of the package. */
@NullMarked
package org.onewindow.catalogue;

import org.jspecify.annotations.NullMarked;
