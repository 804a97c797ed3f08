/**
 * From model and template to PDF: words, fonts, QR codes, the mark on reprints. No database, no network, no files but our own.
 */
@NullMarked
package org.onewindow.documents.press;

import org.jspecify.annotations.NullMarked;
