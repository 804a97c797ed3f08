package org.onewindow.documents;

import org.onewindow.kernel.Bug;

/**
 * Numbers of papers (发文字号), such as 示政服受〔2026〕000123号, derived from what is already fixed: no counter, so nothing is
 * written where commands are given.
 *
 * <p>The case's serial never repeats in a centre (C11) and each kind has its own word, so two papers can't share a number;
 * the second paper of a kind in one case gets -2 behind the serial.
 */
public final class DocumentNumbers {

    private DocumentNumbers() {}

    /**
     * The number of a paper.
     *
     * @param authorityWord the issuing authority's word (机关代字), such as 示政服
     * @param kind the kind of paper
     * @param year year of the case's receipt, which is when its serial was given
     * @param serial the case's serial
     * @param running 1 for the first paper of this kind in the case
     */
    public static String of(String authorityWord, DocumentKind kind, int year, long serial, int running) {
        if (authorityWord.isBlank() || year < 1949 || serial < 0 || running < 1) {
            throw Bug.found("number of a paper from " + authorityWord + ", " + year + ", " + serial + ", " + running);
        }
        StringBuilder number = new StringBuilder(32);
        number.append(authorityWord)
                .append(kind.word())
                .append('〔')
                .append(year)
                .append('〕');
        String digits = Long.toString(serial);
        number.repeat('0', Math.max(0, 6 - digits.length())).append(digits);
        if (running > 1) {
            number.append('-').append(running);
        }
        return number.append('号').toString();
    }
}
