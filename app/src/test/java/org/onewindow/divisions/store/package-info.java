/** Tests of the package. */
@NullMarked
package org.onewindow.divisions.store;

import org.jspecify.annotations.NullMarked;
