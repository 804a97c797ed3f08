package org.onewindow.journal.store;

import org.onewindow.kernel.Bug;

/** How the bytes of an answer are kept. */
final class AnswerPacking {

    /** As they are. */
    static final int CURRENT = 0;

    private AnswerPacking() {}

    static byte[] pack(byte[] body) {
        return body;
    }

    static byte[] unpack(int packing, byte[] kept) {
        if (packing != CURRENT) {
            throw Bug.found("an answer kept with packing " + packing);
        }
        return kept;
    }
}
