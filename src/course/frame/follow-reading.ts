/** Marks the section being read, and those before it, in the list of contents. */
export function followReading(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const heads = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );

  function mark(): void {
    const line = window.innerHeight / 3;
    const current = heads.findLastIndex((head) => head && head.getBoundingClientRect().top < line);
    links.forEach((link, i) => {
      link.classList.toggle('on', i <= current);
      if (i === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  mark();
}
