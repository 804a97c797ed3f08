/** The only SQL of parties. */
@NullMarked
package org.onewindow.parties.store;

import org.jspecify.annotations.NullMarked;
