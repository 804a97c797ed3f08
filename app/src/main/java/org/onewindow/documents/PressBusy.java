package org.onewindow.documents;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Too many papers are being set at once; the caller may ask again in a few seconds. Nothing was lost. It is a transient
 * failure of a resource, which is what callers over HTTP are told: 503 with a time to come back.
 */
public final class PressBusy extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    public PressBusy() {
        super("the press is busy");
    }
}
