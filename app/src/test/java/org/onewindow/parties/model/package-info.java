@NullMarked
package org.onewindow.parties.model;

import org.jspecify.annotations.NullMarked;
