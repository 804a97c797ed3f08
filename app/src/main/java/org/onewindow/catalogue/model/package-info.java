/** Pure rules of the catalogue: no Spring, no SQL. */
@NullMarked
package org.onewindow.catalogue.model;

import org.jspecify.annotations.NullMarked;
