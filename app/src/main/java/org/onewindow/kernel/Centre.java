package org.onewindow.kernel;

/**
 * The centre whose data this is. Its number leads the keys of journal and case tables, so that data can later be distributed
 * by centre; one database serves one centre.
 */
public final class Centre {

    /** The number of the centre served by this program. */
    public static final int OURS = 1;

    private Centre() {}
}
