package org.onewindow.desk;

import org.jspecify.annotations.Nullable;

/**
 * Time left on a clock as the desk shows it: words and a bar; the tone never stands alone.
 *
 * @param tone which colour and shape go with the words
 * @param words e.g. “还剩 3 个工作日”
 * @param used share of the budget that is used, 0 to 100; null where a bar says nothing
 * @param due when it is due, in words; null where nothing is
 */
record TimeLeft(
        String tone,
        String words,
        @Nullable Integer used,
        @Nullable String due) {}
