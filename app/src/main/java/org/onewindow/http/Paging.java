package org.onewindow.http;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: a controller's parameter of this type is read from {@code ?limit=} and {@code ?after=}.
 * The answer is a {@link org.onewindow.kernel.Page}.
 *
 * @param limit 1 to 500, 50 unless asked otherwise
 * @param after the {@code next} of the page before; see {@link org.onewindow.kernel.Cursor}
 */
public record Paging(int limit, @Nullable String after) {

    static final String LIMIT = "limit";
    static final String AFTER = "after";

    /** Rows in a page unless asked otherwise. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most rows in a page. */
    public static final int MOST = 500;

    /** The first page in the usual size. */
    public static final Paging FIRST = new Paging(DEFAULT_LIMIT, null);
}
