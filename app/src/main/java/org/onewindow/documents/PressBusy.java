package org.onewindow.documents;

/** Too many papers are being set at once; the caller may ask again in a few seconds (503). Nothing was lost. */
public final class PressBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PressBusy() {
        super("the press is busy", null, false, false);
    }
}
