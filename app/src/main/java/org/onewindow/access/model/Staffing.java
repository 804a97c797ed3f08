package org.onewindow.access.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.Power;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/**
 * Everything access knows, at one moment: immutable, so that any number of requests ask it without a lock. A county has a few
 * thousand staff at most; the whole of it is a few megabytes and rebuilt on each (rare) change.
 */
public final class Staffing {

    /**
     * One member of staff as stored.
     *
     * @param passwordHash null for those who sign in only through the outside identity provider
     * @param passwordVersion moves when sessions must end
     * @param version moves with every change of the person or their posts
     * @param identity keyed digest of their id number (C14); null until the staff office links it
     */
    public record Member(
            String userName,
            String displayName,
            @Nullable String passwordHash,
            int passwordVersion,
            int version,
            boolean disabled,
            @Nullable String identity,
            List<Post> posts) {

        public Member {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A personal token that wasn't revoked.
     *
     * @param digest SHA-256 of the token, in hexadecimal
     */
    public record Token(long id, String userName, String digest, Instant expiresAt) {}

    private record HolderKey(Role role, @Nullable String body) {}

    private record LetterKey(
            @Nullable String holder, @Nullable String window, String itemCode, Power power) {}

    private record Period(LocalDate fromOn, @Nullable LocalDate untilOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(fromOn) && (untilOn == null || !day.isAfter(untilOn));
        }
    }

    private final List<Member> ordered;
    private final List<AuthorityLetter> filed;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<HolderKey, List<Member>> holders = new HashMap<>();
    private final Map<LetterKey, List<Period>> letters = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    /**
     * Builds the picture.
     *
     * @param members in the order in which lists show them
     */
    public Staffing(List<Member> members, List<AuthorityLetter> letters, List<Token> tokens) {
        this.ordered = List.copyOf(members);
        this.filed = List.copyOf(letters);
        for (Member member : members) {
            this.members.put(member.userName(), member);
            if (!member.disabled()) {
                actors.put(
                        member.userName(),
                        new Actor(Actor.Kind.STAFF, member.userName(), member.displayName(), member.posts()));
                member.posts()
                        .forEach(post -> holders.computeIfAbsent(
                                        new HolderKey(post.role(), bodyOf(post)), key -> new ArrayList<>())
                                .add(member));
            }
        }
        for (AuthorityLetter letter : letters) {
            this.letters
                    .computeIfAbsent(
                            new LetterKey(letter.holder(), letter.window(), letter.itemCode(), letter.power()),
                            key -> new ArrayList<>())
                    .add(new Period(letter.fromOn(), letter.untilOn()));
        }
        tokens.forEach(token -> this.tokens.put(token.digest(), token));
    }

    /** Everybody ever taken on, by sign-in name. */
    public List<Member> members() {
        return ordered;
    }

    /** Every line of every authority letter. */
    public List<AuthorityLetter> letters() {
        return filed;
    }

    /** By sign-in name, disabled ones too. */
    public Optional<Member> member(String userName) {
        return Optional.ofNullable(members.get(userName));
    }

    /** As an actor; empty when unknown or disabled. */
    public Optional<Actor> actor(String userName) {
        return Optional.ofNullable(actors.get(userName));
    }

    /** Whoever holds a role for a body (department, window, division, or none). */
    public List<Member> holders(Role role, @Nullable String body) {
        return List.copyOf(holders.getOrDefault(new HolderKey(role, body), List.of()));
    }

    /** The token with this digest. */
    public Optional<Token> token(String digest) {
        return Optional.ofNullable(tokens.get(digest));
    }

    /** Whether nobody was ever taken on. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether somebody other than this person can still administer. */
    public boolean hasOtherAdministrator(String userName) {
        return holders(Role.ADMIN, null).stream()
                .anyMatch(member -> !member.userName().equals(userName));
    }

    /** See {@link org.onewindow.access.Authority#mayAccept}. */
    public boolean mayAccept(Actor actor, String itemCode, @Nullable String window, LocalDate day) {
        if (window != null && actor.postAt(Role.CLERK, window).isPresent()) {
            return windowHas(window, itemCode, Power.ACCEPT, day);
        }
        return actor.has(Role.AGENT);
    }

    /** See {@link org.onewindow.access.Authority#mayDecide}. */
    public boolean mayDecide(Actor actor, String itemCode, String department, LocalDate day) {
        return actor.has(Role.LEADER)
                || isAuthorisedApprover(actor, itemCode, department, Power.DECIDE, day)
                || windowsOf(actor).anyMatch(window -> windowHas(window, itemCode, Power.DECIDE, day));
    }

    /** See {@link org.onewindow.access.Authority#maySeal}. */
    public boolean maySeal(Actor actor, String itemCode, String department, LocalDate day) {
        return isAuthorisedApprover(actor, itemCode, department, Power.SEAL, day)
                || windowsOf(actor).anyMatch(window -> windowHas(window, itemCode, Power.SEAL, day));
    }

    private boolean isAuthorisedApprover(Actor actor, String itemCode, String department, Power power, LocalDate day) {
        return actor.postIn(Role.APPROVER, department).isPresent()
                && stands(new LetterKey(actor.userName(), null, itemCode, power), day);
    }

    private boolean windowHas(String window, String itemCode, Power power, LocalDate day) {
        return stands(new LetterKey(null, window, itemCode, power), day);
    }

    private boolean stands(LetterKey key, LocalDate day) {
        return letters.getOrDefault(key, List.of()).stream().anyMatch(period -> period.covers(day));
    }

    private static Stream<String> windowsOf(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.CLERK)
                .map(Post::window)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** The body a post is bound to: department, window or division; null for the county-wide ones. */
    public static @Nullable String bodyOf(Post post) {
        if (post.department() != null) {
            return post.department();
        }
        return post.window() != null ? post.window() : post.division();
    }
}
