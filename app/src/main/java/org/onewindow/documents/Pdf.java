package org.onewindow.documents;

/**
 * A paper ready to be sent or printed.
 *
 * @param fileName a name for it that holds no personal data
 * @param number its number
 * @param copy 0 for the paper itself; n for its nth reprint, which is marked so on every page
 * @param bytes the PDF
 */
@SuppressWarnings(
        "ArrayRecordComponent") // handed straight to the printer or the caller; nobody compares papers by value
public record Pdf(String fileName, String number, int copy, byte[] bytes) {}
