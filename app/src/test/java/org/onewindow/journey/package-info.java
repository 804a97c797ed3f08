/** The whole program, one story each, readable by a lawyer. */
@NullMarked
package org.onewindow.journey;

import org.jspecify.annotations.NullMarked;
