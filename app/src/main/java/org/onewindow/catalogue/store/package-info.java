/** The SQL of the catalogue. */
@NullMarked
package org.onewindow.catalogue.store;

import org.jspecify.annotations.NullMarked;
