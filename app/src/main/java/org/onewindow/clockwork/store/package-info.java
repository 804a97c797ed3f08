/** The only SQL of the clockwork. */
@NullMarked
package org.onewindow.clockwork.store;

import org.jspecify.annotations.NullMarked;
