package org.onewindow.access;

import java.util.List;
import org.onewindow.kernel.Post;

/**
 * Somebody to be taken on.
 *
 * @param userName sign-in name: 2 to 64 of lower case letters, digits, dots, hyphens
 * @param displayName the name shown on papers and screens, at most 100 characters
 * @param posts posts to begin with
 */
public record NewStaff(String userName, String displayName, List<Post> posts) {

    public NewStaff {
        posts = List.copyOf(posts);
    }
}
