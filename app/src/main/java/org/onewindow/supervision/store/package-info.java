/** The only place with SQL of supervision. */
@NullMarked
package org.onewindow.supervision.store;

import org.jspecify.annotations.NullMarked;
