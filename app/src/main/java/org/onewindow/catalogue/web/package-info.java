/** The catalogue over HTTP. */
@NullMarked
package org.onewindow.catalogue.web;

import org.jspecify.annotations.NullMarked;
