// Opened from disk, a browser lets a page fetch nothing beside it; the single file needs nothing.
if (location.protocol === 'file:') {
  const notice = document.getElementById('stopped');
  notice.textContent = 'This folder is for a web server. From disk, open burnglass.html instead: it lies beside the folder and has everything in one file.';
  notice.hidden = false;
  document.getElementById('starting').remove();
}
