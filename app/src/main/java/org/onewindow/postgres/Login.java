package org.onewindow.postgres;

/**
 * Name and password of a database role. Its text form leaves the password out.
 *
 * @param user the role
 * @param password in the clear, as the driver needs it
 */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
