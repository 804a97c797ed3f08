package org.onewindow.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What went wrong, in the caller's language: a problem of RFC 9457, also shown as a page.
 *
 * @param kind short name of the kind; the problem's {@code type} is {@code urn:onewindow:problem:<kind>}
 * @param status HTTP status
 * @param title the kind in a few words
 * @param detail what happened here
 * @param instance path of the request, without its query, which may hold a code
 * @param more further members: reasons, rule, errors, changes, incident
 * @param headers header lines that belong to it, such as Allow or Retry-After
 */
public record Problem(
        String kind,
        int status,
        String title,
        String detail,
        String instance,
        SequencedMap<String, Object> more,
        Map<String, String> headers) {

    public Problem {
        headers = Map.copyOf(headers);
    }

    /** The members as they are written in JSON, in order. */
    SequencedMap<String, Object> members() {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:onewindow:problem:" + kind);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        members.putAll(more);
        return members;
    }
}
