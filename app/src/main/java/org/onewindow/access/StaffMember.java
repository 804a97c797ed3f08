package org.onewindow.access;

import java.util.List;
import org.onewindow.kernel.Post;

/**
 * Somebody who works here.
 *
 * @param userName sign-in name: lower case letters, digits, dots, hyphens; never given to a second person
 * @param displayName the name shown on papers and screens
 * @param disabled whether signing in is barred; the name stays, because old papers carry it
 * @param identityKnown whether the staff office has linked their id number, so that they are kept from their own matters (C14)
 * @param posts posts held now
 */
public record StaffMember(
        String userName, String displayName, boolean disabled, boolean identityKnown, List<Post> posts) {

    public StaffMember {
        posts = List.copyOf(posts);
    }
}
