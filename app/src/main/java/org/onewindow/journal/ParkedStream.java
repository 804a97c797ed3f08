package org.onewindow.journal;

import java.time.Instant;

/**
 * A stream that a follower couldn't digest.
 *
 * @param position of the event that failed; it and all later ones of the stream wait
 * @param error names the exception and where, never data
 */
public record ParkedStream(int centre, long stream, long position, int version, Instant parkedAt, String error) {}
