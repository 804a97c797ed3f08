/** What waits for instants and does what is due. */
@NullMarked
package org.onewindow.clockwork.work;

import org.jspecify.annotations.NullMarked;
