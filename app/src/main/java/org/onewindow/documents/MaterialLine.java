package org.onewindow.documents;

/**
 * One line of a list of papers (K6).
 *
 * @param name the material's name
 * @param form in what form
 * @param copies how many of it
 * @param pages how many pages; 0 where unknown
 * @param note anything to say about it, such as a condition; empty for nothing
 */
public record MaterialLine(String name, Form form, int copies, int pages, String note) {

    /** In what form a material is there or asked for. */
    public enum Form {
        ORIGINAL,
        COPY,
        ELECTRONIC,
        SHOWN
    }
}
