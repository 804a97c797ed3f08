/** The only SQL of the journal. */
@NullMarked
package org.onewindow.journal.store;

import org.jspecify.annotations.NullMarked;
