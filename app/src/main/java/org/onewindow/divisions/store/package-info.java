/** The SQL of the divisions. */
@NullMarked
package org.onewindow.divisions.store;

import org.jspecify.annotations.NullMarked;
