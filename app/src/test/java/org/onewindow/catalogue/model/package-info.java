/** Tests of the package. */
@NullMarked
package org.onewindow.catalogue.model;

import org.jspecify.annotations.NullMarked;
