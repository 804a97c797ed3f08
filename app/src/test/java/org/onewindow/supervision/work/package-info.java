/** Watches and cards over real PostgreSQL, whatever breaks off in between. */
@NullMarked
package org.onewindow.supervision.work;

import org.jspecify.annotations.NullMarked;
