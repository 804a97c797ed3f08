package org.onewindow.access;

import java.util.List;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;

/** Takes staff on, gives and withdraws posts, files authority. Every change is recorded with who made it (C12, C14, K10). */
public interface StaffOffice {

    /** Whether nobody works here yet. */
    boolean isEmpty();

    /**
     * The first administrator of a real county ({@code ./serve --setup}).
     *
     * @throws org.onewindow.kernel.Refused when somebody works here already
     * @throws org.onewindow.kernel.InvalidInput when name or password won't do
     */
    void takeOnFirstAdministrator(String userName, String displayName, String password);

    /**
     * The demonstration's users, password {@code demo}, and their authority; one computed hash for all, so that the first start
     * stays fast. Does nothing when somebody works here already.
     */
    void takeOnDemonstrationStaff(DemonstrationCounty county);

    /**
     * Everybody ever taken on, by sign-in name; for administrator, manager and supervisor.
     *
     * @param query part of the sign-in name or display name; empty for all
     * @param after sign-in name of the last one seen; empty for the first page
     */
    Page<StaffMember> list(Actor by, String query, String after, int limit);

    /** One of them. */
    StaffMember get(Actor by, String userName);

    /** What was changed about them, newest first; {@code before} is the id of the last change seen, or {@link Long#MAX_VALUE}. */
    Page<StaffChange> changes(Actor by, String userName, long before, int limit);

    /** Takes somebody on, with a first password that they should change. */
    StaffMember takeOn(Actor by, NewStaff staff, String password);

    /** Bars somebody from signing in; sessions, tokens and cached credentials end at once. */
    void disable(Actor by, String userName, String reason);

    /** Lets somebody sign in again. */
    void enable(Actor by, String userName);

    /** Sets a new first password for somebody who lost theirs. */
    void resetPassword(Actor by, String userName, String password);

    /**
     * Notes who somebody is by their id number, so that they are kept from handling a case in which they are a party (C14).
     * Only a keyed digest is kept; a second number replaces the first.
     */
    void linkIdentity(Actor by, String userName, String idNumber);

    /** Gives a post, from now on. */
    void givePost(Actor by, String userName, Post post);

    /** Withdraws a post, from now on. */
    void withdrawPost(Actor by, String userName, Post post);

    /** The lines of authority letters of an item, a window or a holder, also ended ones (K10: they are published). */
    List<AuthorityLetter> letters(String itemCode, String window, String holder, int limit);

    /** Files lines of authority letters (K10). */
    void fileAuthority(Actor by, List<AuthorityLetter> letters);

    /** Ends a line of an authority letter: the given {@code untilOn} is its last day. */
    void endAuthority(Actor by, AuthorityLetter letter);
}
