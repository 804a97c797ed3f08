/** Tests of the package. */
@NullMarked
package org.onewindow.catalogue.store;

import org.jspecify.annotations.NullMarked;
