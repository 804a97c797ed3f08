package org.onewindow.documents;

/** What a paper is printed on. */
public enum Paper {
    /** 210 mm × 297 mm; lists that are wide turn it on its side. */
    A4,
    /** The roll of a receipt printer, 80 mm wide, as long as the text. */
    ROLL_80MM
}
