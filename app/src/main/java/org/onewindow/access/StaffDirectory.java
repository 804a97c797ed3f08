package org.onewindow.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Role;

/** Who works here and which posts they hold (C14). Answered from memory; a change is seen at once, on other nodes within a second. */
public interface StaffDirectory {

    /** A member of staff by sign-in name, disabled ones too. */
    Optional<StaffMember> find(String userName);

    /** The name shown on papers; the sign-in name itself when nobody has it ({@code system}, {@code public}). */
    String displayName(String userName);

    /** Somebody as an actor with the posts held now; empty when unknown or disabled. */
    Optional<Actor> actor(String userName);

    /**
     * By what somebody is recognised among parties (C14); empty when unknown or never linked by the staff office.
     */
    Optional<String> identity(String userName);

    /** Those who hold this role for a department, by sign-in name; disabled ones left out. */
    List<StaffMember> holders(Role role, @Nullable String department);

    /** Those who hold this role at a window, by sign-in name; disabled ones left out. */
    List<StaffMember> holdersAt(Role role, String window);
}
