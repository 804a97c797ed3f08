package org.onewindow.access.web;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who signed in, as a session keeps it: no posts, because those are looked up at each request and so can be withdrawn at once.
 *
 * @param userName sign-in name
 * @param passwordVersion as of signing in; a session ends when it moved
 */
record StaffPrincipal(String userName, int passwordVersion) implements Principal, Serializable {

    @Override
    public String getName() {
        return userName;
    }
}
