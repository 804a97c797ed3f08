/** Pure rules: what a set of posts and letters entitles to, how fast one may try to sign in. */
@NullMarked
package org.onewindow.access.model;

import org.jspecify.annotations.NullMarked;
