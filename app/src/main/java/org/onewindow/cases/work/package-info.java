/** Sweeps: what the law does by itself at an instant (T4, T6, C10, C16), and recomputation after a calendar change (T1). */
@NullMarked
package org.onewindow.cases.work;

import org.jspecify.annotations.NullMarked;
