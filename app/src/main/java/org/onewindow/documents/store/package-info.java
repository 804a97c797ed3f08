/**
 * The papers that were made, and how often each was printed.
 */
@NullMarked
package org.onewindow.documents.store;

import org.jspecify.annotations.NullMarked;
