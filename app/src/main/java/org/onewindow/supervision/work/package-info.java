/** The follower that keeps the watches, and the sweeps that raise, lift and recompute. */
@NullMarked
package org.onewindow.supervision.work;

import org.jspecify.annotations.NullMarked;
