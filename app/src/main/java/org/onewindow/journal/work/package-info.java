/** What runs by itself: the sequencer, the followers, and what wakes them. */
@NullMarked
package org.onewindow.journal.work;

import org.jspecify.annotations.NullMarked;
