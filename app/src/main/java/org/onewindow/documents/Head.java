package org.onewindow.documents;

import java.time.LocalDate;

/**
 * What stands on every paper.
 *
 * @param number the paper's number, see {@link DocumentNumbers}; for a guide, the item's code and version
 * @param date the legal day it is issued on
 * @param issuer who issues it
 * @param qr what the QR code holds: an absolute address, such as /track?n=CASE. Only the receipt's may carry the query code
 */
public record Head(String number, LocalDate date, Issuer issuer, String qr) {}
