package org.onewindow.documents;

/**
 * Who issues a paper and where the reader finds them.
 *
 * @param body the issuing body's full name, as on its seal
 * @param seal the seal that goes on it, in words (行政审批专用章, 受理专用章)
 * @param hall the centre's full name
 * @param address where it is
 * @param phone the number to ask at
 * @param complaintPhone the number to complain at
 */
public record Issuer(String body, String seal, String hall, String address, String phone, String complaintPhone) {}
