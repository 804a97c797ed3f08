/** Supervision over real PostgreSQL. */
@NullMarked
package org.onewindow.supervision;

import org.jspecify.annotations.NullMarked;
