package org.onewindow.documents;

import org.onewindow.kernel.Bug;

/**
 * Which paper: what a command fixed about it. Small enough to stand in the command's own event; nothing is written by this
 * module until somebody asks for the paper.
 *
 * @param centre the centre
 * @param subject what the paper is about, opaque here: a case's stream, an item version, a window and day
 * @param kind the kind of paper
 * @param running 1 for the first of this kind about this subject
 * @param number its number (see {@link DocumentNumbers})
 * @param templateVersion the template version in force when the command was given
 */
public record DocumentKey(
        int centre, String subject, DocumentKind kind, int running, String number, int templateVersion) {

    public DocumentKey {
        if (subject.isBlank() || running < 1 || templateVersion < 1 || templateVersion > kind.templateVersion()) {
            throw Bug.found("document key " + subject + " " + kind + " " + running + " version " + templateVersion);
        }
    }

    /** A paper with today's template and nothing fixed about its content. */
    public static DocumentKey of(int centre, String subject, DocumentKind kind, int running, String number) {
        return new DocumentKey(centre, subject, kind, running, number, kind.templateVersion());
    }
}
