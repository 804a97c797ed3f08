package org.onewindow.access;

import java.time.Instant;

/**
 * One recorded change of a person or their posts.
 *
 * @param type what was done, e.g. {@code staff.post-given}
 * @param byName who did it
 * @param detail what exactly, as a JSON object
 */
public record StaffChange(long id, Instant at, String byName, String type, String detail) {}
