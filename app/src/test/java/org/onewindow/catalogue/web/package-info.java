/** Tests of the package. */
@NullMarked
package org.onewindow.catalogue.web;

import org.jspecify.annotations.NullMarked;
